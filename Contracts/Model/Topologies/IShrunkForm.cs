namespace DichVuCong.Messaging;

/// <summary>
/// The small form of a saga's state, for finished sagas that nobody has spoken to for long: there are hundreds of millions of them. Shrinking is a
/// pure function, and a shrunk saga decides about whatever still comes as before.
/// </summary>
/// <typeparam name="TState">The saga's data.</typeparam>
public interface IShrunkForm<TState>
    where TState : class
{
    /// <summary>The shrunk state; null when the saga is not finished, or its state cannot shrink.</summary>
    TState? Shrink(TState state);

    /// <summary>Whether a state is shrunk already.</summary>
    bool IsShrunk(TState state);

    /// <summary>Whether stored bytes are of the small form.</summary>
    bool IsWritten(ReadOnlySpan<byte> state);

    /// <summary>Writes a shrunk state, in bytes that <see cref="IsWritten"/> tells from UTF-8 JSON.</summary>
    byte[] Write(TState state);

    /// <summary>Reads a state that <see cref="Write"/> wrote.</summary>
    TState Read(ReadOnlySpan<byte> state);
}
