using System.Text.Json;

namespace DichVuCong.Cli.Load.Portal;

/// <summary>Follows the feed as the portal does: from where it was on, again from the same place after a fault.</summary>
internal sealed class EventFollower(PortalClient portal, Journeys journeys, TimeProvider time)
{
    private const int WaitSeconds = 5;
    private static readonly TimeSpan AfterFault = TimeSpan.FromMilliseconds(500);
    private string _cursor = "";

    /// <summary>When the last event came.</summary>
    public long LastEventAt { get; private set; } = time.GetTimestamp();

    /// <summary>Called for every change of state.</summary>
    public Action<Step>? OnStep { get; set; }

    /// <summary>Begins with what is to come.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var answer = await portal.EventsAsync("latest", 0, cancellationToken);
        _cursor = answer.RootElement.GetProperty("next").GetString()!;
    }

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var answer = await portal.EventsAsync(_cursor, WaitSeconds, cancellationToken);
                Take(answer.RootElement.GetProperty("events"));
                _cursor = answer.RootElement.GetProperty("next").GetString()!;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException)
            {
                // A gateway that restarts is asked again; the cursor stands, so nothing is missed.
                await Task.Delay(AfterFault, time, CancellationToken.None);
            }
        }
    }

    private void Take(JsonElement events)
    {
        foreach (var item in events.EnumerateArray())
        {
            LastEventAt = time.GetTimestamp();
            if (journeys.Take(item) is { } step) OnStep?.Invoke(step);
        }
    }
}
