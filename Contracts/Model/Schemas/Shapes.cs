using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Messaging;

/// <summary>
/// The shapes in which one thing - a message's body, a saga's state - was, is and will be stored, by number. Each build reads all shapes it
/// knows how to lift; a shape above the newest was written by a newer build and is never guessed at.
/// </summary>
public sealed class Shapes
{
    private readonly SortedDictionary<short, Func<JsonObject, JsonObject>> _lifts = [];
    private Func<JsonObject, JsonObject>? _lower;

    internal Shapes(string what, short newest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newest, (short)1);
        (What, Newest) = (what, newest);
    }

    /// <summary>What is stored: the message's name, or the saga's endpoint.</summary>
    public string What { get; }

    /// <summary>The shape of this build's record.</summary>
    public short Newest { get; }

    /// <summary>The oldest shape that can still be lifted to the newest.</summary>
    public short Oldest
    {
        get
        {
            var oldest = Newest;
            while (_lifts.ContainsKey((short)(oldest - 1))) oldest--;
            return oldest;
        }
    }

    /// <summary>Whether the newest shape waits until every live host understands it.</summary>
    public bool Waits => _lower is not null;

    /// <summary>Whether this build can read a shape.</summary>
    public bool Understands(short schema) => schema <= Newest && schema >= Oldest;

    /// <summary>Whether only a newer build can read a shape.</summary>
    public bool IsOfNewerBuild(short schema) => schema > Newest;

    /// <summary>The shape to write, given the newest one that every live host understands.</summary>
    public short WrittenWhen(short understoodByAll) => Waits && understoodByAll < Newest ? (short)(Newest - 1) : Newest;

    internal void AddLift(short from, Func<JsonObject, JsonObject> lift)
    {
        if (from < 1 || from >= Newest) throw new ArgumentOutOfRangeException(nameof(from), from, $"{What} is lifted to {Newest}: only from 1 to {Newest - 1}.");
        if (!_lifts.TryAdd(from, lift)) throw new ArgumentException($"{What} is lifted from {from} already.", nameof(from));
    }

    internal void Wait(Func<JsonObject, JsonObject> lower)
    {
        if (!_lifts.ContainsKey((short)(Newest - 1)))
        {
            throw new InvalidOperationException($"{What} cannot be written as {Newest - 1} while this build does not lift from it.");
        }

        _lower = lower;
    }

    /// <summary>A lift that a missing one cuts off is a mistake of whoever removed it.</summary>
    internal void Check()
    {
        if (_lifts.Count > 0 && _lifts.Keys.First() < Oldest) throw new InvalidOperationException($"{What} is lifted from {_lifts.Keys.First()}, but not from {Oldest - 1}.");
    }

    /// <summary>The bytes of an older shape as those of the newest.</summary>
    internal JsonObject Lift(ReadOnlySpan<byte> stored, short schema)
    {
        if (!Understands(schema)) throw new SchemaNotUnderstoodException(What, schema, Oldest, Newest);
        var shape = Parse(stored);
        for (var step = schema; step < Newest; step++) shape = _lifts[step](shape);
        return shape;
    }

    /// <summary>The bytes of the newest shape as those of <paramref name="schema"/>.</summary>
    internal byte[] Lower(byte[] newest, short schema)
    {
        if (schema == Newest) return newest;
        if (_lower is null || schema != Newest - 1) throw new ArgumentOutOfRangeException(nameof(schema), schema, $"{What} is not written in this shape.");
        return JsonSerializer.SerializeToUtf8Bytes(_lower(Parse(newest)), MessagingJson.Default.JsonObject);
    }

    private JsonObject Parse(ReadOnlySpan<byte> stored)
    {
        var reader = new Utf8JsonReader(stored);
        return JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException($"What is stored as {What} is not an object.");
    }
}
