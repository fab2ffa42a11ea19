using System.Reflection;

namespace DichVuCong.Contracts;

/// <summary>
/// The name of a message on the bus: <c>capability.what-it-says.vN</c>. It never changes; a change that would break a reader is a new
/// version beside the old.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MessageNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The name of a message's record.</summary>
    /// <exception cref="InvalidOperationException">The record carries no name.</exception>
    public static string Of(Type message) =>
        message.GetCustomAttribute<MessageNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{message.Name} carries no {nameof(MessageNameAttribute)}.");
}
