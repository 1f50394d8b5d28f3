import { Autocomplete, Button, ColorInput, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { IconLock, IconLogout, IconRestore, IconZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { download, urlOf } from '~/api/client';
import { levels } from '~/api/logs';
import { namespaceQueries } from '~/api/namespaces';
import { loginState, signOut } from '~/api/session';
import { useFormats } from '~/app/formats';
import { Page } from '~/app/Page';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { Panel } from '~/components/Panel';
import { useAct } from '~/components/useAct';
import classes from './settings.module.css';
import { words } from './words';

export function SettingsPage() {
  const t = useTexts(words);
  return (
    <Page title={t.settings}>
      <div className="quiet">{t.kept}</div>
      <div className={classes.sections}>
        <Look />
        <Times />
        <Work />
        <Lists />
        <Editor />
        <Data />
        <SignIn />
      </div>
    </Page>
  );
}

/** A setting: its name, what it is about, and its field, which takes the name as its label. */
function Row({ name, text, children }: { name: string; text?: string; children: (label: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.row}>
      <span id={id}>
        <span className={classes.name}>{name}</span>
        {text && <span className={classes.text}>{text}</span>}
      </span>
      {children(name)}
    </div>
  );
}

/** Named choices for a field: `{same: 'the same tab'}`. */
function choices<K extends string>(names: Record<K, string>): { value: K; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value: value as K, label: label as string }));
}

function Look() {
  const t = useTexts(words);
  const [settings, change] = useSettings();
  return (
    <Panel title={t.look}>
      <Row name={t.theme}>
        {(label) => <SegmentedControl aria-label={label} data={choices(t.themes)} value={settings.theme} onChange={(theme) => change({ theme: theme as typeof settings.theme })} />}
      </Row>
      <Row name={t.language}>
        {(label) => (
          <Select aria-label={label} allowDeselect={false} data={choices(t.languages)} value={settings.language} onChange={(language) => change({ language: language as typeof settings.language })} />
        )}
      </Row>
      <Row name={t.environment} text={t.environmentText}>
        {(label) => <TextInput aria-label={label} value={settings.environmentName} onChange={(event) => change({ environmentName: event.currentTarget.value })} />}
      </Row>
      <Row name={t.environmentColor}>
        {(label) => (
          <ColorInput
            size="xs"
            aria-label={label}
            format="hex"
            withEyeDropper={false}
            swatches={['#2549b8', '#1c7f43', '#8a6a00', '#b35c00', '#cc2c2c', '#7b46d8', '#0b7896']}
            value={settings.environmentColor}
            onChange={(environmentColor) => change({ environmentColor })}
          />
        )}
      </Row>
    </Panel>
  );
}

function Times() {
  const t = useTexts(words);
  const formats = useFormats();
  const [settings, change] = useSettings();
  const now = useQuery({ queryKey: ['now'], queryFn: () => Date.now(), staleTime: Infinity });
  return (
    <Panel title={t.times}>
      <Row name={t.timeZone}>
        {(label) => (
          <Select
            aria-label={label}
            searchable
            clearable
            placeholder={t.systemZone}
            limit={60}
            data={Intl.supportedValuesOf('timeZone')}
            value={settings.timeZone || null}
            onChange={(zone) => change({ timeZone: zone ?? '' })}
          />
        )}
      </Row>
      <Row name={t.dateStyle} text={`${t.sample} ${formats.dateTime(now.data)}`}>
        {(label) => (
          <SegmentedControl
            aria-label={label}
            data={[
              { value: 'short', label: '02/01/2026' },
              { value: 'medium', label: '2 Jan 2026' },
              { value: 'iso', label: '2026-01-02' },
            ]}
            value={settings.dateStyle}
            onChange={(dateStyle) => change({ dateStyle: dateStyle as typeof settings.dateStyle })}
          />
        )}
      </Row>
    </Panel>
  );
}

function Work() {
  const t = useTexts(words);
  const [settings, change] = useSettings();
  const namespaces = useQuery(namespaceQueries.all());
  return (
    <Panel title={t.work}>
      <Row name={t.defaultNamespace} text={t.defaultNamespaceText}>
        {(label) => (
          <Autocomplete aria-label={label} data={(namespaces.data ?? []).map((one) => one.id)} value={settings.defaultNamespace} onChange={(defaultNamespace) => change({ defaultNamespace })} />
        )}
      </Row>
      <Row name={t.runIn}>
        {(label) => <SegmentedControl aria-label={label} data={choices(t.runIns)} value={settings.runIn} onChange={(runIn) => change({ runIn: runIn as typeof settings.runIn })} />}
      </Row>
      <Row name={t.flowTab}>
        {(label) => <Select aria-label={label} allowDeselect={false} data={choices(t.flowTabs)} value={settings.flowTab} onChange={(tab) => change({ flowTab: tab ?? 'overview' })} />}
      </Row>
      <Row name={t.executionTab}>
        {(label) => <Select aria-label={label} allowDeselect={false} data={choices(t.executionTabs)} value={settings.executionTab} onChange={(tab) => change({ executionTab: tab ?? 'gantt' })} />}
      </Row>
      <Row name={t.logLevel}>
        {(label) => <Select aria-label={label} allowDeselect={false} data={[...levels]} value={settings.logLevel} onChange={(level) => change({ logLevel: level as typeof settings.logLevel })} />}
      </Row>
      <Row name={t.logOrder}>
        {(label) => <SegmentedControl aria-label={label} data={choices(t.logOrders)} value={settings.logOrder} onChange={(order) => change({ logOrder: order as typeof settings.logOrder })} />}
      </Row>
      <Row name={t.graph}>
        {(label) => (
          <Select aria-label={label} allowDeselect={false} data={choices(t.graphs)} value={settings.graphDirection} onChange={(way) => change({ graphDirection: way as typeof settings.graphDirection })} />
        )}
      </Row>
    </Panel>
  );
}

function Lists() {
  const t = useTexts(words);
  const [settings, change] = useSettings();
  return (
    <Panel title={t.lists}>
      <Row name={t.pageSize}>
        {(label) => <SegmentedControl aria-label={label} data={['10', '25', '50', '100']} value={String(settings.pageSize)} onChange={(size) => change({ pageSize: Number(size) })} />}
      </Row>
      <Row name={t.refresh}>
        {(label) => <NumberInput aria-label={label} min={10} max={3600} value={settings.refreshSeconds} onChange={(seconds) => change({ refreshSeconds: Math.max(10, Number(seconds) || 10) })} />}
      </Row>
    </Panel>
  );
}

function Editor() {
  const t = useTexts(words);
  const [settings, change] = useSettings();
  return (
    <Panel title={t.editor}>
      <Row name={t.fontSize}>
        {(label) => <NumberInput aria-label={label} min={9} max={28} value={settings.editorFontSize} onChange={(size) => change({ editorFontSize: Math.min(28, Math.max(9, Number(size) || 13)) })} />}
      </Row>
      <Row name={t.folding}>{(label) => <Switch aria-label={label} checked={settings.editorFolding} onChange={(event) => change({ editorFolding: event.currentTarget.checked })} />}</Row>
    </Panel>
  );
}

function SignIn() {
  const t = useTexts(words);
  const login = useQuery({ queryKey: ['login'], queryFn: loginState });
  if (!login.data) return null;
  const { isBasicAuthEnabled: required, isSetUpPossible: possible } = login.data;
  return (
    <Panel title={t.signIn}>
      <Row name={required ? t.signInRequired : t.signInOpen} text={required ? t.signInRequiredText : t.signInOpenText}>
        {() =>
          required ? (
            <Button variant="default" leftSection={<IconLogout size={15} />} onClick={() => void signOut()}>
              {t.signOut}
            </Button>
          ) : (
            possible && (
              <Button component={Link} to="/setup" variant="default" leftSection={<IconLock size={15} />}>
                {t.setUp}
              </Button>
            )
          )
        }
      </Row>
    </Panel>
  );
}

function Data() {
  const t = useTexts(words);
  const [act, busy] = useAct();
  const forget = () =>
    confirm({
      title: t.forgetTitle,
      body: t.forgetText,
      action: t.forget,
      dangerous: true,
      onConfirm: () => {
        Object.keys(localStorage)
          .filter((key) => key.startsWith('legato.'))
          .forEach((key) => localStorage.removeItem(key));
        location.reload();
      },
    });
  return (
    <Panel title={t.data}>
      <Row name={t.exportFlows} text={t.exportText}>
        {(label) => (
          <Button variant="default" aria-label={label} leftSection={<IconZip size={15} />} loading={busy} onClick={() => void act(() => download(urlOf('/flows/export/by-query'), {}, 'flows.zip'))}>
            ZIP
          </Button>
        )}
      </Row>
      <Row name={t.forget}>
        {(label) => (
          <Button variant="default" aria-label={label} leftSection={<IconRestore size={15} />} onClick={forget}>
            {t.forget}
          </Button>
        )}
      </Row>
    </Panel>
  );
}
