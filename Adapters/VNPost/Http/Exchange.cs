namespace DichVuCong.Adapters.VNPost.Http;

/// <summary>How a call went on the network: a closed set. Reasons are English and hold nothing of what was sent or received.</summary>
internal abstract class Exchange
{
    /// <summary>Nothing left us: nothing was done.</summary>
    public sealed class NotSent(string reason, TimeSpan? retryAfter = null) : Exchange
    {
        public string Reason { get; } = reason;

        public TimeSpan? RetryAfter { get; } = retryAfter;
    }

    /// <summary>It was sent, and no whole answer came.</summary>
    public sealed class Lost(string reason) : Exchange
    {
        public string Reason { get; } = reason;
    }

    /// <summary>Our account or the address is refused: nothing was done, and somebody must put the settings right.</summary>
    public sealed class Misconfigured(string reason) : Exchange
    {
        public string Reason { get; } = reason;
    }

    /// <summary>An answer came.</summary>
    public sealed class Answered(int status, TimeSpan? retryAfter, byte[]? body) : Exchange
    {
        /// <summary>The HTTP status.</summary>
        public int Status { get; } = status;

        /// <summary>How long the post asked us to wait.</summary>
        public TimeSpan? RetryAfter { get; } = retryAfter;

        /// <summary>The body; null when it is larger than the bound.</summary>
        public byte[]? Body { get; } = body;
    }
}
