using System.Text.Json.Serialization;
using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>The saga of the runtime's tests: it keeps the numbers it was told, in their order, and does what it is asked.</summary>
internal sealed class Ledger :
    Saga<LedgerState>,
    IStartedBy<LedgerState, Note>,
    IHandle<LedgerState, Explode>,
    IHandle<LedgerState, SetAlarm>,
    IHandle<LedgerState, CancelAlarm>,
    IHandle<LedgerState, ClockFired>,
    IHandle<LedgerState, ClockMoved>,
    IHandle<LedgerState, Call>,
    IHandle<LedgerState, CallAnswered>,
    IHandle<LedgerState, Forward>,
    IHandle<LedgerState, Kill>
{
    /// <summary>What a killer message does to the process that decides on it; only a process of its own dies of it.</summary>
    public static Action Die { get; set; } = () => throw new InvalidOperationException("Only a process of its own may die.");

    public Decision<LedgerState> Handle(LedgerState? state, Note message, Occasion occasion) =>
        Become((state ?? new LedgerState()).With(message.Number)).Publish(new Noted(message.Key, message.Number)).Took("noted");

    public Decision<LedgerState> Handle(LedgerState state, Explode message, Occasion occasion) =>
        message.Harmless ? Become(state.With(message.Number)) : throw new InvalidOperationException("This decision cannot be made.");

    public Decision<LedgerState> Handle(LedgerState state, SetAlarm message, Occasion occasion) => message.Minutes is { } minutes
        ? Become(state).SetClock(message.Name, new ClockTerms("vn", TimeUnit.WorkingHours, minutes, occasion.Now), occasion.Calendars)
        : Become(state).SetClock(message.Name, message.Due!.Value);

    public Decision<LedgerState> Handle(LedgerState state, CancelAlarm message, Occasion occasion) => Become(state).CancelClock(message.Name);

    public Decision<LedgerState> Handle(LedgerState state, ClockFired message, Occasion occasion) =>
        Become(state with { Fired = [.. state.Fired, message.Clock] });

    public Decision<LedgerState> Handle(LedgerState state, ClockMoved message, Occasion occasion) =>
        Become(state with { MovedTo = message.Due, CalendarVersion = message.CalendarVersion });

    public Decision<LedgerState> Handle(LedgerState state, Call message, Occasion occasion) =>
        Become(state).Send(new CallPartner(message.Key, message.Number, message.Partner));

    public Decision<LedgerState> Handle(LedgerState state, CallAnswered message, Occasion occasion) =>
        Become(state with { Answers = [.. state.Answers, message.Answer] });

    public Decision<LedgerState> Handle(LedgerState state, Kill message, Occasion occasion)
    {
        Die();
        return Become(state);
    }

    public Decision<LedgerState> Handle(LedgerState state, Forward message, Occasion occasion) => Become(state).Send(new Note(message.To, message.Number));
}

internal sealed record LedgerState
{
    public IReadOnlyList<int> Numbers { get; init; } = [];

    public IReadOnlyList<string> Fired { get; init; } = [];

    public IReadOnlyList<string> Answers { get; init; } = [];

    public DateTimeOffset? MovedTo { get; init; }

    public int CalendarVersion { get; init; }

    /// <summary>Whether it was shrunk: of its numbers only the last is known.</summary>
    [JsonIgnore]
    public bool IsSmall { get; init; }

    public LedgerState With(int number) => this with { Numbers = [.. Numbers, number] };
}

internal sealed record Note(string Key, int Number);

internal sealed record Noted(string Key, int Number);

internal sealed record Explode(string Key, int Number, bool Harmless);

internal sealed record SetAlarm(string Key, string Name, DateTimeOffset? Due, long? Minutes);

internal sealed record CancelAlarm(string Key, string Name);

internal sealed record Call(string Key, int Number, string Partner);

internal sealed record CallPartner(string Key, int Number, string Partner);

internal sealed record CallAnswered(string Key, string Answer);

internal sealed record Forward(string Key, string To, int Number);

internal sealed record Kill(string Key);

/// <summary>A row for the recorder that the tests watch.</summary>
internal sealed record WriteLine(string Key, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LedgerState))]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(Noted))]
[JsonSerializable(typeof(Explode))]
[JsonSerializable(typeof(SetAlarm))]
[JsonSerializable(typeof(CancelAlarm))]
[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(CallPartner))]
[JsonSerializable(typeof(CallAnswered))]
[JsonSerializable(typeof(Forward))]
[JsonSerializable(typeof(Kill))]
[JsonSerializable(typeof(WriteLine))]
internal sealed partial class LedgerJson : JsonSerializerContext;
