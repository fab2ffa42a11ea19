using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Doors;

/// <summary>What the door logs.</summary>
internal static partial class DoorLog
{
    [LoggerMessage(1301, LogLevel.Warning, "A group of {Count} calls was not committed ({Kind}); the callers are told to come back")]
    public static partial void GroupFailed(ILogger logger, int count, string kind);

    [LoggerMessage(1302, LogLevel.Warning, "Which schemas the hosts read could not be looked up ({Kind}); it is tried again in two seconds")]
    public static partial void HostsNotRead(ILogger logger, string kind);
}
