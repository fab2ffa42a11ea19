namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>What is logged of partners' calls: who, what came of it, and which rule was broken; never a value, a body or a payer.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(4301, LogLevel.Warning, "Callback of {Partner} refused: {Outcome}, {Code}")]
    public static partial void Refused(ILogger logger, string partner, string outcome, string code);

    [LoggerMessage(4302, LogLevel.Warning, "Callback of {Partner} recorded as {Outcome}, order {Reference}")]
    public static partial void Doubtful(ILogger logger, string partner, string outcome, string reference);

    [LoggerMessage(4303, LogLevel.Warning, "Callback of {Partner} not recorded ({Kind}): it is told to send again")]
    public static partial void NotRecorded(ILogger logger, string partner, string kind);

    [LoggerMessage(4304, LogLevel.Warning, "Callback of {Partner} from an address that is not on its list")]
    public static partial void NotAllowed(ILogger logger, string partner);

    [LoggerMessage(4305, LogLevel.Warning, "Callbacks of {Partner} are over their quota")]
    public static partial void OverQuota(ILogger logger, string partner);

    [LoggerMessage(4306, LogLevel.Error, "Callback of {Partner} breaks {Constraint} of the database: nothing of it was kept")]
    public static partial void NotStorable(ILogger logger, string partner, string constraint);
}
