using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Cli.Load.Portal;

/// <summary>A state change as the feed told it.</summary>
internal sealed record Step(DateTimeOffset At, string Code, DossierState From, DossierState State, bool Final);

/// <summary>The way of one dossier as the feed tells it.</summary>
internal sealed class Journey(string code)
{
    private readonly HashSet<string> _occasions = new(StringComparer.Ordinal);
    private int _supplements;
    private int _payments;

    public string Code { get; } = code;

    public DossierState State { get; private set; }

    public bool IsFinal { get; private set; }

    public int Receipts { get; private set; }

    /// <summary>Ours, since its post was answered; on so many channels its applicant is notified.</summary>
    public int? Channels { get; set; }

    /// <summary>Whether the post is to bring its result.</summary>
    public bool ByPost { get; set; }

    /// <summary>Whether there has been a result.</summary>
    public bool HasResult { get; private set; }

    /// <summary>The notices that its applicant must have had: each occasion on each channel, once.</summary>
    public int NoticesDue => (Channels ?? 0) * _occasions.Count;

    public void Receipt(int version)
    {
        Receipts = Math.Max(Receipts, version);
        // The first version is told to the applicant; the second is an event for the portal account.
        if (version == 1) _occasions.Add("receipt");
    }

    public void FileFault(int number) => _occasions.Add($"file-{number}");

    public void Move(DossierState state, bool final)
    {
        (State, IsFinal) = (state, final);
        HasResult |= state == DossierState.Processed;
        if (state == DossierState.SupplementRequested) _supplements++;
        if (state == DossierState.PaymentRequested) _payments++;
        if (NoticeTable.OccasionOf(state, _supplements, _payments) is { } occasion) _occasions.Add(occasion);
    }
}

/// <summary>All journeys that the feed told of, ours and others'.</summary>
internal sealed class Journeys
{
    private readonly Dictionary<string, Journey> _journeys = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The names of the events that are followed.</summary>
    private static readonly string ReceiptName = MessageNameAttribute.Of(typeof(ReceiptIssued));

    private static readonly string ChangeName = MessageNameAttribute.Of(typeof(DossierStateChanged));
    private static readonly string FileName = MessageNameAttribute.Of(typeof(FileSupplementNeeded));

    /// <summary>Ours that reached a final state.</summary>
    public int Final { get; private set; }

    /// <summary>A dossier was taken: it is ours.</summary>
    public void Own(string code, int channels, bool byPost = false)
    {
        lock (_gate)
        {
            var journey = Of(code);
            if (journey.Channels is not null) return;
            journey.Channels = channels;
            journey.ByPost = byPost;
            if (journey.IsFinal) Final++;
        }
    }

    /// <summary>Takes an event of the feed.</summary>
    /// <returns>The step that it tells of; null when it is no change of state.</returns>
    public Step? Take(JsonElement item)
    {
        var (type, code, data) = (item.GetProperty("type"), item.GetProperty("dossier").GetString()!, item.GetProperty("data"));
        lock (_gate)
        {
            if (type.ValueEquals(ReceiptName)) Of(code).Receipt(data.GetProperty("version").GetInt32());
            else if (type.ValueEquals(FileName)) Of(code).FileFault(data.GetProperty("fileNumber").GetInt32());
            else if (type.ValueEquals(ChangeName)) return Change(Of(code), item, data);
            return null;
        }
    }

    /// <summary>Ours.</summary>
    public IReadOnlyList<Journey> Owned()
    {
        lock (_gate) return [.. _journeys.Values.Where(journey => journey.Channels is not null)];
    }

    /// <summary>Whether a dossier is ours.</summary>
    public bool IsOwned(string code)
    {
        lock (_gate) return _journeys.TryGetValue(code, out var journey) && journey.Channels is not null;
    }

    private Step Change(Journey journey, JsonElement item, JsonElement data)
    {
        var (from, state) = ((DossierState)data.GetProperty("from").GetInt32(), (DossierState)data.GetProperty("state").GetInt32());
        var final = data.GetProperty("final").GetBoolean();
        var was = journey.IsFinal;
        journey.Move(state, final);
        if (journey.Channels is not null && final != was) Final += final ? 1 : -1;
        return new Step(item.GetProperty("at").GetDateTimeOffset(), journey.Code, from, state, final);
    }

    private Journey Of(string code)
    {
        if (!_journeys.TryGetValue(code, out var journey)) _journeys.Add(code, journey = new Journey(code));
        return journey;
    }
}
