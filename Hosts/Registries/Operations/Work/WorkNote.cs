namespace DichVuCong.Registries.Operations.Work;

/// <summary>What is done about a thing that needs a human.</summary>
public enum WorkStep : byte
{
    /// <summary>Somebody has seen it.</summary>
    Acknowledged = 1,

    /// <summary>Somebody has it now.</summary>
    Assigned = 2,

    /// <summary>It was handed over to somebody else, with a note.</summary>
    HandedOver = 3,

    /// <summary>Something was noted.</summary>
    Noted = 4,
}

/// <summary>One step.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Note">The words.</param>
/// <param name="Assignee">Who has it from then on; null where that does not change.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record WorkNote(WorkStep Step, string Note, string? Assignee, string By, DateTimeOffset At);
