using System.Text.Json;
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
        Schema = schema;
    }

    /// <summary>The name on the bus, for ever: <c>capability.what-it-says.vN</c>.</summary>
    public string Name { get; }

    /// <summary>The record that carries the body.</summary>
    public Type ClrType { get; }

    /// <summary>The number of the body's shape; it rises when optional fields are added and readers lift old bodies to it.</summary>
    public short Schema { get; }

    /// <summary>Writes the body as UTF-8 JSON.</summary>
    public abstract byte[] Write(object message);

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">The body is not a message of this type.</exception>
    public abstract object Read(ReadOnlySpan<byte> body);

    /// <summary>The business key of a message: dossier code, payment reference, account id.</summary>
    public abstract string KeyOf(object message);
}

/// <inheritdoc cref="MessageType"/>
/// <typeparam name="TMessage">The record that carries the body.</typeparam>
public sealed class MessageType<TMessage>(string name, JsonTypeInfo<TMessage> json, Func<TMessage, string> key, short schema = 1)
    : MessageType(name, typeof(TMessage), schema)
    where TMessage : class
{
    /// <inheritdoc/>
    public override byte[] Write(object message) => JsonSerializer.SerializeToUtf8Bytes((TMessage)message, json);

    /// <inheritdoc/>
    public override object Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, json) ?? throw new JsonException($"The body of {Name} is null.");

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
    public override byte[] Write(object message) => throw new NotSupportedException($"{Name} goes to a recorder only; it is never written to a queue.");

    /// <inheritdoc/>
    public override object Read(ReadOnlySpan<byte> body) => throw new NotSupportedException($"{Name} goes to a recorder only; it is never read from a queue.");

    /// <inheritdoc/>
    public override string KeyOf(object message) => key((TMessage)message);
}
