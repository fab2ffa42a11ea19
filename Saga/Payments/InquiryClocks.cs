namespace DichVuCong.Saga.Payments;

/// <summary>The names of an inquiry's clocks.</summary>
public static class InquiryClocks
{
    /// <summary>It should be closed by then.</summary>
    public const string Deadline = "deadline";

    /// <summary>The payer may claim until then.</summary>
    public const string Claim = "claim";

    /// <summary>Those who have not answered are reminded then.</summary>
    public const string Reminder = "reminder";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Deadline, Claim, Reminder];
}
