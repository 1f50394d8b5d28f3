import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import classes from './flowEditor.module.css';

interface Props {
  /** How much of the width the first part has, from 0 to 1. */
  share: number;
  onShare: (share: number) => void;
  label: string;
  first: ReactNode;
  second?: ReactNode;
}

const bounded = (share: number) => Math.min(0.8, Math.max(0.2, share));

/** Two parts side by side; the line between them can be moved, also with the arrow keys. */
export function Splitter({ share, onShare, label, first, second }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState<number>();
  const shown = bounded(moving ?? share);
  if (!second) return <div className={classes.alone}>{first}</div>;
  const shareAt = (event: PointerEvent) => {
    const frame = place.current?.getBoundingClientRect();
    return frame ? bounded((event.clientX - frame.left) / frame.width) : shown;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onShare(bounded(shown - 0.03));
    if (event.key === 'ArrowRight') onShare(bounded(shown + 0.03));
  };
  return (
    <div ref={place} className={classes.panels} style={{ '--first': `${shown}fr`, '--second': `${1 - shown}fr` } as React.CSSProperties}>
      {first}
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={20}
        aria-valuemax={80}
        aria-valuenow={Math.round(shown * 100)}
        className={classes.splitter}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setMoving(shown);
        }}
        onPointerMove={(event) => moving !== undefined && setMoving(shareAt(event))}
        onPointerUp={(event) => {
          if (moving !== undefined) onShare(shareAt(event));
          setMoving(undefined);
        }}
      />
      {second}
    </div>
  );
}
