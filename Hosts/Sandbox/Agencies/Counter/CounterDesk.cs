using DichVuCong.Contracts;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Counter;

/// <summary>Has the systems take in dossiers at their own counters, at the rate of the settings, and the legacy system its old one.</summary>
internal sealed class CounterDesk(
    SystemDirectory systems, DossierBook book, JourneyGuide guide, CounterDossiers dossiers, CurrentSettings settings, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<AgencySystem, long> _last = [];
    private int _turn;

    /// <summary>Takes one dossier in at the counter of the system whose turn it is.</summary>
    public void TakeOne()
    {
        var living = dossiers.Systems;
        TakeAt(living[_turn++ % living.Count]);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (systems.Find(LegacyDossier.System) is { } legacy) LegacyDossier.Send(legacy, book, guide, time.GetUtcNow());
        using var timer = new PeriodicTimer(Beat, time);
        var due = 0.0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            for (due += settings.Value.CounterDossiersPerSecond * Beat.TotalSeconds; due >= 1; due--) TakeOne();
        }
    }

    private void TakeAt(AgencySystem system)
    {
        var now = time.GetUtcNow();
        var dossier = book.Open(system, $"{system.Code}-{VietnamTime.Local(now):yyMMdd}-{NextNumber(system, now):D5}", isCounter: true);
        lock (dossier)
        {
            dossier.Copies = 1;
            dossier.Journey = JourneyTable.Of(settings.Value.Seed, dossier.Code, settings.Value.Journeys);
            var content = dossiers.Make(system, dossier.Code, now);
            dossier.Keep(content, pushed: null);
            dossier.Facts = DossierFacts.Of(content);
        }

        guide.Introduce(dossier, now);
    }

    // The second of the day, or the next number: so a sandbox that was started again gives no number twice.
    private long NextNumber(AgencySystem system, DateTimeOffset now)
    {
        var second = (long)VietnamTime.Local(now).TimeOfDay.TotalSeconds;
        return _last[system] = Math.Max(second, _last.GetValueOrDefault(system) + 1);
    }
}
