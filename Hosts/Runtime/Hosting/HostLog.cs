using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Hosting;

/// <summary>What a host logs about itself.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1201, LogLevel.Information, "Host {Id} works with {Workers} workers")]
    public static partial void Started(ILogger logger, Guid id, int workers);

    [LoggerMessage(1202, LogLevel.Information, "Host {Id} has stopped")]
    public static partial void Stopped(ILogger logger, Guid id);

    [LoggerMessage(1203, LogLevel.Warning, "A heartbeat was missed: {Kind}")]
    public static partial void HeartbeatMissed(ILogger logger, string kind);

    [LoggerMessage(1204, LogLevel.Warning, "Waiting for the database ({Kind})")]
    public static partial void WaitingForDatabase(ILogger logger, string kind);

    [LoggerMessage(1206, LogLevel.Information, "Took up {Keys} keys that an older build had held for a newer one")]
    public static partial void TookUp(ILogger logger, int keys);

    [LoggerMessage(1207, LogLevel.Critical, "A part of this host has failed: it ends itself, so that whoever watches it starts it again")]
    public static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(1208, LogLevel.Critical, "The database was restored while this host ran: it ends, and must be started again")]
    public static partial void DatabaseWasRestored(ILogger logger);

    [LoggerMessage(1209, LogLevel.Error, "Waiting: {Reason}")]
    public static partial void WaitingForMark(ILogger logger, string reason);

    [LoggerMessage(1205, LogLevel.Warning, "Housekeeping was interrupted ({Kind}); it is tried again in an hour")]
    public static partial void HousekeepingFailed(ILogger logger, string kind);

    [LoggerMessage(1206, LogLevel.Information, "The journal's month {Month} was written into {File} ({Step})")]
    public static partial void MonthArchived(ILogger logger, DateOnly month, string file, string step);

    [LoggerMessage(1208, LogLevel.Information, "Of {Looked} old sagas {Shrunk} were shrunk, {Later} are looked at again")]
    public static partial void SagasShrunk(ILogger logger, long looked, long shrunk, long later);

    [LoggerMessage(1207, LogLevel.Error, "The journal's month could not be archived: {Fault}")]
    public static partial void ArchiveFailed(ILogger logger, string fault);
}
