using System.Text.Json.Serialization;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Parcels;

/// <summary>How far the post's tracking of a customer is read.</summary>
public sealed record TrackingData
{
    /// <summary>The cursor before the first event: 24 zeros (<c>external-parties.md</c> B1).</summary>
    public const string Start = "000000000000000000000000";

    /// <summary>CustomerCode.</summary>
    public required string Customer { get; init; }

    /// <summary>The id of the last event that was read.</summary>
    public string Cursor { get; init; } = Start;

    /// <summary>Events read so far, repeated ones too.</summary>
    public long Events { get; init; }
}

/// <summary>How the tracking saga's data is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TrackingData))]
public sealed partial class TrackingDataJson : JsonSerializerContext;

/// <summary>
/// Follows the post's tracking of one customer: the feed has one cursor for all orders, and is asked, not told. The cursor moves in the very
/// transaction in which the events of its page become messages, so none is lost between the two; a page that is read twice is told by its
/// cursor, and an event that comes twice by its id, at its parcel.
/// </summary>
public sealed class TrackingSaga(ParcelRules rules) :
    Saga<TrackingData>,
    IStartedBy<TrackingData, FollowTracking>,
    IHandle<TrackingData, TrackingRead>,
    IHandle<TrackingData, TrackingNotRead>,
    IHandle<TrackingData, ClockFired>
{
    /// <summary>The first order of a customer begins it; the others find it at work.</summary>
    public Decision<TrackingData> Handle(TrackingData? state, FollowTracking message, Occasion occasion)
    {
        if (state is not null) return Become(state);
        var data = new TrackingData { Customer = message.Customer };
        return Ask(Become(data).Send(new UpdateTrackingRow(data.Customer, data.Cursor, ReadAt: null, Events: 0, Remark: null)), data);
    }

    /// <summary>A page was read: its events go to their parcels, and the cursor behind them.</summary>
    public Decision<TrackingData> Handle(TrackingData state, TrackingRead message, Occasion occasion)
    {
        // An answer to a question that was answered already.
        if (message.After != state.Cursor) return Become(state);
        // A page that the post repeats ends before where we are: the cursor never goes back.
        var next = string.CompareOrdinal(message.Next, state.Cursor) > 0 ? message.Next : state.Cursor;
        var data = state with { Cursor = next, Events = state.Events + message.Events.Count };
        var decision = Become(data);
        if (message.Events.Count > 0) decision.Send(new KeepTracking(data.Customer, message.Events));
        foreach (var told in message.Events)
        {
            if (PostOrderNumber.TryParse(told.OrderNumber, out var order)) decision.Send(new RecordTracking(order, told));
        }

        var remark = message.Unreadable > 0 ? $"{message.Unreadable} sự kiện không đọc được" : null;
        decision.Send(new UpdateTrackingRow(data.Customer, data.Cursor, WholeSeconds.Of(occasion.Now), data.Events, remark));
        return message.IsFull && next != state.Cursor ? Ask(decision, data) : decision.SetClock(ParcelClocks.Poll, occasion.Now + rules.PollEvery);
    }

    /// <summary>The post would not show the page: it is asked again at the next poll.</summary>
    public Decision<TrackingData> Handle(TrackingData state, TrackingNotRead message, Occasion occasion) => message.After != state.Cursor
        ? Become(state)
        : Become(state)
            .Send(new UpdateTrackingRow(state.Customer, state.Cursor, WholeSeconds.Of(occasion.Now), state.Events, message.Reason))
            .SetClock(ParcelClocks.Poll, occasion.Now + rules.PollEvery);

    /// <summary>It is time to read on.</summary>
    public Decision<TrackingData> Handle(TrackingData state, ClockFired message, Occasion occasion) => Ask(Become(state), state);

    private Decision<TrackingData> Ask(Decision<TrackingData> decision, TrackingData data) =>
        decision.Send(new ReadTracking(data.Customer, data.Cursor, rules.PageSize));
}
