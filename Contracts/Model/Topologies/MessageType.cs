using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace DichVuCong.Messaging;

/// <summary>
/// One version of one message on the bus: its name (<c>dossiers.submit-dossier.v1</c>), how its body is written and read, and which
/// business key it belongs to. The key is computed once, when the message is sent; order is kept per (endpoint, key).
/// </summary>
public abstract class MessageType
{
    private protected MessageType(string name, Type clrType, short schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        ClrType = clrType;
        Shapes = new Shapes(name, schema);
    }

    /// <summary>The name on the bus, for ever: <c>capability.what-it-says.vN</c>.</summary>
    public string Name { get; }

    /// <summary>The record that carries the body.</summary>
    public Type ClrType { get; }

    /// <summary>The shapes of the body, and how older ones are lifted to the record's.</summary>
    public Shapes Shapes { get; }

    /// <summary>The number of the body's newest shape; it rises when the record changes, and readers lift older bodies to it.</summary>
    public short Schema => Shapes.Newest;

    /// <summary>Whether this build can read a body of this shape.</summary>
    public bool Understands(short schema) => Shapes.Understands(schema);

    /// <summary>Writes the body as UTF-8 JSON, in its newest shape.</summary>
    public byte[] Write(object message) => Write(message, Schema);

    /// <summary>Writes the body as UTF-8 JSON, in the newest shape or in the one before it (<see cref="Shapes.WrittenWhen"/>).</summary>
    public abstract byte[] Write(object message, short schema);

    /// <summary>Reads a body of the newest shape.</summary>
    /// <exception cref="JsonException">The body is not a message of this type.</exception>
    public object Read(ReadOnlySpan<byte> body) => Read(body, Schema);

    /// <summary>Reads a body, lifted from the shape in which it was stored.</summary>
    /// <exception cref="SchemaNotUnderstoodException">This build cannot read the shape.</exception>
    /// <exception cref="JsonException">The body is not a message of this type.</exception>
    public abstract object Read(ReadOnlySpan<byte> body, short schema);

    /// <summary>The business key of a message: dossier code, payment reference, account id.</summary>
    public abstract string KeyOf(object message);
}

/// <inheritdoc cref="MessageType"/>
/// <typeparam name="TMessage">The record that carries the body.</typeparam>
/// <param name="name">The name on the bus.</param>
/// <param name="json">How the body is written and read; asked for with the first body, since a host that starts need not prepare for all messages there are.</param>
/// <param name="key">The business key of a message.</param>
/// <param name="schema">The number of the body's newest shape.</param>
public sealed class MessageType<TMessage>(string name, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key, short schema = 1)
    : MessageType(name, typeof(TMessage), schema)
    where TMessage : class
{
    private JsonTypeInfo<TMessage>? _json;

    /// <inheritdoc cref="MessageType{TMessage}"/>
    public MessageType(string name, JsonTypeInfo<TMessage> json, Func<TMessage, string> key, short schema = 1)
        : this(name, () => json, key, schema)
    {
    }

    private JsonTypeInfo<TMessage> Json => _json ??= json();

    /// <summary>Declares how a body of shape <paramref name="from"/> becomes one of the shape after it: a pure function of the JSON.</summary>
    public MessageType<TMessage> Lift(short from, Func<JsonObject, JsonObject> lift)
    {
        Shapes.AddLift(from, lift);
        return this;
    }

    /// <summary>
    /// Declares that the newest shape is only written once every live host understands it; until then <paramref name="lower"/> makes the shape
    /// before it. For the release that brings the shape, so that the build before it can go on beside this one.
    /// </summary>
    public MessageType<TMessage> WritesWhenAllUnderstand(Func<JsonObject, JsonObject> lower)
    {
        Shapes.Wait(lower);
        return this;
    }

    /// <inheritdoc/>
    public override byte[] Write(object message, short schema) => Shapes.Lower(JsonSerializer.SerializeToUtf8Bytes((TMessage)message, Json), schema);

    /// <inheritdoc/>
    public override object Read(ReadOnlySpan<byte> body, short schema) =>
        (schema == Schema ? JsonSerializer.Deserialize(body, Json) : Shapes.Lift(body, schema).Deserialize(Json))
        ?? throw new JsonException($"The body of {Name} is null.");

    /// <inheritdoc/>
    public override string KeyOf(object message) => key((TMessage)message);
}

/// <summary>
/// A message that only a recorder takes, in the transaction in which it is sent: it is never written to a queue and has no body.
/// </summary>
/// <typeparam name="TMessage">The record.</typeparam>
public sealed class RecordType<TMessage>(string name, Func<TMessage, string> key) : MessageType(name, typeof(TMessage), schema: 1)
    where TMessage : class
{
    /// <inheritdoc/>
    public override byte[] Write(object message, short schema) => throw new NotSupportedException($"{Name} goes to a recorder only; it is never written to a queue.");

    /// <inheritdoc/>
    public override object Read(ReadOnlySpan<byte> body, short schema) => throw new NotSupportedException($"{Name} goes to a recorder only; it is never read from a queue.");

    /// <inheritdoc/>
    public override string KeyOf(object message) => key((TMessage)message);
}
