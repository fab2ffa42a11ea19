using DichVuCong.Gateway.Hosting;

namespace DichVuCong.Gateway.Bodies;

/// <summary>
/// The memory for the bodies of all calls together. A call holds its part from the first byte to its answer, since a body that was read is
/// still there while it is parsed and made durable. Long bodies may take half of it: they must not keep out the short ones, which nearly all are.
/// </summary>
internal sealed class BodyRoom(GatewayOptions options)
{
    /// <summary>From this size a body is long.</summary>
    public const int LongBody = 64 * 1024;

    private readonly long _most = options.BodyMegabytes * 1024L * 1024;
    private long _taken;

    /// <summary>What is taken at this moment, in bytes.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>A part of it, to grow.</summary>
    public Part Open() => new(this);

    private bool TryTake(long more, long whole)
    {
        if (Interlocked.Add(ref _taken, more) <= (whole > LongBody ? _most / 2 : _most)) return true;
        GiveBack(more);
        return false;
    }

    private void GiveBack(long bytes) => Interlocked.Add(ref _taken, -bytes);

    /// <summary>What one call holds; given back when it is disposed.</summary>
    internal sealed class Part(BodyRoom room) : IDisposable
    {
        private long _bytes;

        /// <summary>Grows to a size; false when there is no room for that now.</summary>
        public bool TryGrow(long bytes)
        {
            if (!room.TryTake(bytes - _bytes, bytes)) return false;
            _bytes = bytes;
            return true;
        }

        public void Dispose() => room.GiveBack(Interlocked.Exchange(ref _bytes, 0));
    }
}
