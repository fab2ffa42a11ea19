namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>
/// What is logged of one-stop systems' calls: who, which service, which stable code; never a body, a session or a person, nor a service's name that
/// is none.
/// </summary>
internal static partial class OneStopLog
{
    public static void Refused(ILogger logger, string account, string service, string code, int count) =>
        WriteRefused(logger, account, ServiceNames.Logged(service), code, count);

    public static void ComeAgain(ILogger logger, string account, string service, string kind) =>
        WriteComeAgain(logger, account, ServiceNames.Logged(service), kind);

    public static void NotStorable(ILogger logger, string account, string service, string constraint) =>
        WriteNotStorable(logger, account, ServiceNames.Logged(service), constraint);

    [LoggerMessage(4104, LogLevel.Warning, "System {System} is over its quota: {Count} calls were told to come again")]
    public static partial void OverQuota(ILogger logger, string system, long count);

    [LoggerMessage(4101, LogLevel.Information, "Refused: account {Account}, service {Service}, {Code}, {Count} items")]
    private static partial void WriteRefused(ILogger logger, string account, string service, string code, int count);

    [LoggerMessage(4102, LogLevel.Warning, "Told to come again: account {Account}, service {Service}, {Kind}")]
    private static partial void WriteComeAgain(ILogger logger, string account, string service, string kind);

    [LoggerMessage(4103, LogLevel.Error, "Not storable: account {Account}, service {Service}, {Constraint}")]
    private static partial void WriteNotStorable(ILogger logger, string account, string service, string constraint);
}
