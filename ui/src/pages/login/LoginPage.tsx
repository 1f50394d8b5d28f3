import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { explain, Failure } from '~/api/failure';
import { loginState, signIn } from '~/api/session';
import { useTexts } from '~/app/texts';
import classes from './login.module.css';
import { words } from './words';

/** Asks who is there; then the page that was wanted shows. */
export function LoginPage() {
  const t = useTexts(words);
  const queries = useQueryClient();
  const state = useQuery({ queryKey: ['login'], queryFn: loginState });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${t.title} · Legato`;
  }, [t]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setComplaint(undefined);
    try {
      await signIn(name, password);
      queries.clear();
    } catch (thrown) {
      setComplaint(thrown instanceof Failure && thrown.status === 401 ? t.wrong : explain(thrown).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={classes.page}>
      <div>
        <form className={classes.card} onSubmit={(event) => void submit(event)}>
          <div className={classes.brand}>
            <img src="./logo.svg" alt="" />
            Legato
          </div>
          <h1>{t.title}</h1>
          <p>{t.text}</p>
          <Stack gap="sm">
            <TextInput size="sm" label={t.name} autoComplete="username" required autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <PasswordInput size="sm" label={t.password} autoComplete="current-password" required value={password} error={complaint} onChange={(event) => setPassword(event.currentTarget.value)} />
            <Button type="submit" size="sm" mt={6} loading={busy}>
              {t.go}
            </Button>
          </Stack>
        </form>
        {state.data && <div className={classes.version}>{state.data.version}</div>}
      </div>
    </main>
  );
}
