import { Switch, Tooltip } from '@mantine/core';
import { triggerActions, type Trigger } from '~/api/triggers';
import { useTexts } from '~/app/texts';
import { useAct } from '~/components/useAct';
import { definitionOf } from './trigger';
import { words } from './words';

/** Turns a trigger on or off; one that its source turns off, or that has no source, stays as it is. */
export function TriggerSwitch({ trigger }: { trigger: Trigger }) {
  const t = useTexts(words);
  const [act, busy] = useAct();
  const { state } = trigger;
  const definition = definitionOf(trigger);
  const fixed = definition === undefined || definition.disabled === true;
  return (
    <Tooltip label={definition ? t.disabledInSource : t.missingText} disabled={!fixed} multiline maw={300}>
      <span>
        <Switch
          aria-label={`${t.enabled}: ${state.triggerId}`}
          checked={!state.disabled && !fixed}
          disabled={fixed || busy}
          onChange={() => void act(() => triggerActions.setDisabled(state, !state.disabled), state.disabled ? t.turnedOn(state.triggerId) : t.turnedOff(state.triggerId))}
        />
      </span>
    </Tooltip>
  );
}
