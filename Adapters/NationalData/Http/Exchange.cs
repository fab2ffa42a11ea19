namespace DichVuCong.Adapters.NationalData.Http;

/// <summary>How a call went on the network: a closed set. Reasons are English and hold nothing of what was sent or received.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>No whole answer came.</summary>
    public sealed record Lost(string Reason) : Exchange;

    /// <summary>An answer came.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="RetryAfter">How long we were asked to wait.</param>
    /// <param name="Body">The body; null when it is larger than the bound.</param>
    public sealed record Answered(int Status, TimeSpan? RetryAfter, byte[]? Body) : Exchange
    {
        /// <summary>Whether the status is one of success.</summary>
        public bool IsSuccess => Status is >= 200 and <= 299;

        /// <summary>Shows no body.</summary>
        public override string ToString() => $"HTTP {Status}";
    }
}
