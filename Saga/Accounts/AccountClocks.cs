namespace DichVuCong.Saga.Accounts;

/// <summary>The names of an account's clocks.</summary>
public static class AccountClocks
{
    /// <summary>The open request should be done by then (A10.4).</summary>
    public const string Request = "request";

    /// <summary>Without activity until then the account is announced for locking, and then locked (A11.1d).</summary>
    public const string Inactivity = "inactivity";

    /// <summary>The report on a suspension should be made by then (A11.3).</summary>
    public const string Report = "report";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Request, Inactivity, Report];
}
