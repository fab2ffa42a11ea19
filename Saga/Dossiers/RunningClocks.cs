namespace DichVuCong.Saga.Dossiers;

/// <summary>The names of a dossier's clocks.</summary>
public static class ClockNames
{
    /// <summary>The one-stop system should have the dossier by then; counts only time in service.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>The agency should have accepted or refused it by then.</summary>
    public const string Acceptance = "acceptance";

    /// <summary>The deadline that is shown.</summary>
    public const string Deadline = "deadline";

    /// <summary>The agency should have said something by then.</summary>
    public const string Silence = "silence";

    /// <summary>A row from the future takes effect then.</summary>
    public const string Future = "future";
}

/// <summary>Which clocks of a dossier are set, so that none is left running, and none is touched that is not there.</summary>
[Flags]
public enum RunningClocks : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="ClockNames.Undelivered"/>.</summary>
    Undelivered = 1,

    /// <summary><see cref="ClockNames.Acceptance"/>.</summary>
    Acceptance = 2,

    /// <summary><see cref="ClockNames.Deadline"/>, running.</summary>
    Deadline = 4,

    /// <summary><see cref="ClockNames.Deadline"/>, standing still.</summary>
    DeadlineSuspended = 8,

    /// <summary><see cref="ClockNames.Silence"/>. It is not moved by every row: when it fires, the last row is looked at.</summary>
    Silence = 16,

    /// <summary><see cref="ClockNames.Future"/>.</summary>
    Future = 32,
}
