namespace DichVuCong.Runtime.Hosting;

/// <summary>How many workers live on this database, over all hosts: among them the lanes are shared out.</summary>
internal sealed class LivingWorkers
{
    private int _count = 1;
    private int _lineHosts = 1;

    public int Count
    {
        get => Volatile.Read(ref _count);
        set => Volatile.Write(ref _count, Math.Max(1, value));
    }

    /// <summary>How many live hosts serve lines: among them the lines are shared out.</summary>
    public int LineHosts
    {
        get => Volatile.Read(ref _lineHosts);
        set => Volatile.Write(ref _lineHosts, Math.Max(1, value));
    }
}
