using System.Collections.Frozen;
using DichVuCong.Runtime.Hosting;
using Npgsql;

namespace DichVuCong.Gateway.Destinations;

/// <summary>Which one-stop systems answer (A7.2, A19.2: readiness is measured and shown): those whose line's circuit is closed.</summary>
internal sealed class SystemHealth(RuntimeDatabase database, TimeProvider time) : BackgroundService
{
    private const string Prefix = "onestop:";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private volatile FrozenSet<string> _sick = FrozenSet<string>.Empty;

    /// <summary>Whether a system answers, as far as is known.</summary>
    public bool IsWell(string system) => !_sick.Contains(system);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                _sick = await LoadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                // What was known stays; the readiness of the gateway tells about the database.
                continue;
            }
        }
    }

    private async Task<FrozenSet<string>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Pooled.CreateCommand(
            "select partner from bus.line where partner like 'onestop:%' and (circuit <> 'closed' or stopped)");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sick = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) sick.Add(reader.GetString(0)[Prefix.Length..]);
        return sick.ToFrozenSet(StringComparer.Ordinal);
    }
}
