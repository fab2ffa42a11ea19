namespace DichVuCong.Sandbox.Portal;

/// <summary>How much the portal's file store was asked for.</summary>
internal sealed class FileCounts
{
    private long _requests;
    private long _bytes;

    /// <summary>Requests.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Bytes of the files asked for.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Counts one.</summary>
    public void Served(int size)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytes, size);
    }

    /// <summary>Begins again at 0.</summary>
    public void Clear()
    {
        Interlocked.Exchange(ref _requests, 0);
        Interlocked.Exchange(ref _bytes, 0);
    }
}
