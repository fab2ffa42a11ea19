namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>What is logged of one-stop systems' calls: who, which service, which stable code; never a body, a session or a person.</summary>
internal static partial class OneStopLog
{
    [LoggerMessage(4101, LogLevel.Information, "Refused: account {Account}, service {Service}, {Code}, {Count} items")]
    public static partial void Refused(ILogger logger, string account, string service, string code, int count);

    [LoggerMessage(4102, LogLevel.Warning, "Told to come again: account {Account}, service {Service}, {Kind}")]
    public static partial void ComeAgain(ILogger logger, string account, string service, string kind);

    [LoggerMessage(4103, LogLevel.Error, "Not storable: account {Account}, service {Service}, {Constraint}")]
    public static partial void NotStorable(ILogger logger, string account, string service, string constraint);
}
