import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { loginState, setUp } from '~/api/session';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Await, Empty } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { isStrong } from './password';
import { words } from './words';

/** Gives a server that everybody may use its first and only user. */
export function SetUpPage() {
  const t = useTexts(words);
  const state = useQuery({ queryKey: ['login'], queryFn: loginState });
  return (
    <Page title={t.setUp}>
      <Await query={state}>{(known) => (known.isSetUpPossible ? <Form /> : <Empty icon={IconLock} title={t.tooLate} text={t.tooLateText} />)}</Await>
    </Page>
  );
}

function Form() {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [act, busy] = useAct();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  // in the part of the address that is never sent
  const [token, setToken] = useState(location.hash.slice(1));
  const [told, setTold] = useState(false);
  const ready = isStrong(password) && password === again;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    if (!ready) return;
    const done = await act(async () => {
      await setUp(name.trim(), password, token.trim());
      return true;
    }, t.done);
    if (done) void navigate({ to: '/', hash: '', replace: true });
  };
  return (
    <div style={{ maxWidth: 460 }}>
      <Card>
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <span className="quiet">{t.setUpText}</span>
            <TextInput type="email" label={t.email} autoComplete="username" required autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <PasswordInput label={t.password} description={t.weak} autoComplete="new-password" required value={password} error={told && !isStrong(password) && t.weak} onChange={(event) => setPassword(event.currentTarget.value)} />
            <PasswordInput label={t.again} autoComplete="new-password" required value={again} error={told && password !== again && t.differ} onChange={(event) => setAgain(event.currentTarget.value)} />
            <TextInput label={t.token} description={t.tokenText} classNames={{ input: 'mono' }} autoComplete="off" required value={token} onChange={(event) => setToken(event.currentTarget.value)} />
            <Button type="submit" loading={busy} mt="xs" style={{ alignSelf: 'flex-start' }}>
              {t.create}
            </Button>
          </Stack>
        </form>
      </Card>
    </div>
  );
}
