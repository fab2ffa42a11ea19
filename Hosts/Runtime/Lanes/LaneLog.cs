using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Lanes;

/// <summary>What lanes log. Keys are dossier codes and references, never persons; bodies are not logged.</summary>
internal static partial class LaneLog
{
    [LoggerMessage(1001, LogLevel.Warning, "Parked message {Id} ({Type}) of {Key}: {Error}")]
    public static partial void Parked(ILogger logger, Guid id, string type, string key, string error);

    [LoggerMessage(1002, LogLevel.Error, "A batch of {Count} messages was rolled back, the database refused a row ({Fault}); looking for the message at fault")]
    public static partial void BatchFaulty(ILogger logger, string fault, int count);

    [LoggerMessage(1003, LogLevel.Warning, "The database did not go on ({Kind}); reconnecting")]
    public static partial void ConnectionLost(ILogger logger, string kind);

    [LoggerMessage(1004, LogLevel.Critical, "A defect: {Fault}. The batch was rolled back; the next takes at most {Limit} messages")]
    public static partial void Defect(ILogger logger, string fault, int limit);
}
