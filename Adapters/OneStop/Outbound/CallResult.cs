using DichVuCong.Adapters.OneStop.Replies;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>How a call went on the network: a closed set. Reasons are English and hold nothing of what was sent or received.</summary>
internal abstract class CallResult
{
    /// <summary>Nothing of the body left: nothing was done.</summary>
    public sealed class NotSent(string reason) : CallResult
    {
        public string Reason { get; } = reason;
    }

    /// <summary>It was sent, and no whole answer came.</summary>
    public sealed class Lost(string reason) : CallResult
    {
        public string Reason { get; } = reason;
    }

    /// <summary>An answer came.</summary>
    public sealed class Answered(int status, TimeSpan? retryAfter, ReplyEnvelope? reply, ReadOnlyMemory<byte> body = default) : CallResult
    {
        /// <summary>The HTTP status.</summary>
        public int Status { get; } = status;

        /// <summary>How long the system asked us to wait.</summary>
        public TimeSpan? RetryAfter { get; } = retryAfter;

        /// <summary>The reply; null when the answer is none of the contract's.</summary>
        public ReplyEnvelope? Reply { get; } = reply;

        /// <summary>The answer as it came; empty when it was none, or too long.</summary>
        public ReadOnlyMemory<byte> Body { get; } = body;

        /// <summary>Whether the status is one of success.</summary>
        public bool IsSuccess => Status is >= 200 and < 300;
    }
}
