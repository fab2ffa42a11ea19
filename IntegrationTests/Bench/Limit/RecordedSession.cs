namespace DichVuCong.Bench.Limit;

/// <summary>What one connection asked of the server, as it went over the wire, after its log-in.</summary>
internal sealed class RecordedSession
{
    /// <summary>The requests in their order; each ends with the message after which the client waits for the server.</summary>
    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>The database it was connected to.</summary>
    public required string Database { get; init; }

    /// <summary>The user it was connected as.</summary>
    public required string User { get; init; }
}

/// <summary>One request: everything up to the server's next "ready".</summary>
/// <param name="Bytes">The messages.</param>
/// <param name="Began">When it began, by a count over all connections.</param>
/// <param name="Ended">When the server was ready again, by the same count.</param>
/// <param name="Rows">The rows that its statements touched, as the server said.</param>
internal sealed record RecordedRequest(ReadOnlyMemory<byte> Bytes, long Began, long Ended, long Rows);
