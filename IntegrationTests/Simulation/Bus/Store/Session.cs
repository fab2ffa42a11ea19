namespace DichVuCong.Simulation.Bus.Store;

/// <summary>A connection to the database: its locks go when it ends, whoever ends it.</summary>
internal sealed class Session(int host)
{
    public int Host { get; } = host;

    public bool IsAlive { get; private set; } = true;

    public void End() => IsAlive = false;
}
