namespace DichVuCong.Messaging;

/// <summary>
/// A body or a state has a shape that this build cannot read: one of a newer build, or one so old that its lift was removed. It is not a fault
/// of the message, and nothing was guessed.
/// </summary>
public sealed class SchemaNotUnderstoodException(string what, short schema, short oldest, short newest)
    : Exception($"{what} is stored in schema {schema}; this build reads {oldest} to {newest}.")
{
    /// <summary>The schema that was met.</summary>
    public short Schema { get; } = schema;

    /// <summary>Whether a newer build reads it.</summary>
    public bool IsOfNewerBuild { get; } = schema > newest;
}
