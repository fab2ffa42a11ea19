using System.Net.Http.Headers;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Http;

/// <summary>How a call went on the network: a closed set. Reasons are English and hold nothing of what was sent or received.</summary>
internal abstract class Exchange
{
    /// <summary>Nothing of the body left: nothing was done.</summary>
    public sealed class NotSent(string reason, FaultSide side = FaultSide.Network) : Exchange
    {
        /// <summary>Whose doing it was.</summary>
        public FaultSide Side => side;

        public string Reason { get; } = reason;
    }

    /// <summary>It was sent, and no whole answer came.</summary>
    public sealed class Lost(string reason) : Exchange
    {
        public string Reason { get; } = reason;
    }

    /// <summary>An answer came.</summary>
    public sealed class Answered(int status, TimeSpan? retryAfter, HttpResponseHeaders headers, string? mediaType, byte[]? body) : Exchange
    {
        /// <summary>The HTTP status.</summary>
        public int Status { get; } = status;

        /// <summary>How long the partner asked us to wait.</summary>
        public TimeSpan? RetryAfter { get; } = retryAfter;

        /// <summary>The media type, in lower case.</summary>
        public string? MediaType { get; } = mediaType;

        /// <summary>The body; null when it is larger than the bound.</summary>
        public byte[]? Body { get; } = body;

        /// <summary>The only value of a header; null when there is none, or more than one.</summary>
        public string? Header(string name) => headers.TryGetValues(name, out var values) && values.Take(2).ToArray() is [var value] ? value : null;
    }
}
