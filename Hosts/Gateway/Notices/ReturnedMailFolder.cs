using DichVuCong.Adapters.Email;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;
using Npgsql;

namespace DichVuCong.Gateway.Notices;

/// <summary>
/// Reads the folder into which a mail server drops what comes back. A file is moved away only when what it says is durable: one that was read twice,
/// after a crash or by two Gateways, says nothing new.
/// </summary>
internal sealed class ReturnedMailFolder(NoticeReportOptions options, NoticeReportDesk desk, TimeProvider time, ILogger<ReturnedMailFolder> logger) : BackgroundService
{
    private const long LargestMail = 1024 * 1024;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>A mail server may still be writing what is younger.</summary>
    private static readonly TimeSpan OldEnough = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Returned is not { } folder) return;
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(folder, stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DoorBusyException or NpgsqlException or TimeoutException or NotReadyException)
            {
                NoticeReportLog.NotRecorded(logger, "mail", failure.GetType().Name);
            }
        }
    }

    /// <summary>Reads what lies there now.</summary>
    internal async Task ReadAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(IsComplete).OrderBy(file => file.Name, StringComparer.Ordinal).ToList())
        {
            var told = file.Length > LargestMail ? null : ReturnedMail.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
            if (told is not null) await desk.TakeAsync(told, cancellationToken);
            MoveTo(file, Path.Combine(folder, told is null ? "other" : "read"));
        }
    }

    private bool IsComplete(FileInfo file) => file.Name[0] != '.' && time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc >= OldEnough;

    private static void MoveTo(FileInfo file, string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            file.MoveTo(Path.Combine(folder, file.Name), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another Gateway was quicker: it read the same.
        }
    }
}
