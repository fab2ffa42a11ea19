using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>Runs batches: lock and claim and decide in one step, commit in a later one.</summary>
internal sealed class VirtualWorker(World world, VirtualHost host, int number)
{
    private LaneTransaction? _open;
    private bool _isWoken;

    public void Wake()
    {
        if (_isWoken || _open is not null || host.IsDown) return;
        _isWoken = true;
        host.Run(Soon(20_000), Begin);
    }

    /// <summary>The server ends the transaction, if one is open: its locks go, and it can no longer be committed.</summary>
    public void EndTransaction()
    {
        if (_open is not { Session.IsAlive: true } open) return;
        open.Session.End();
        if (world.Mutation != Mutation.CommitAfterTheSessionEnded) Release(open);
    }

    private void Begin()
    {
        _isWoken = false;
        if (BatchStart.TryBegin(world, host, new Session(host.Number)) is not { } transaction) return;
        _open = transaction;
        if (!host.Pass(Point.BatchDecided)) return;
        host.Run(Soon(8_000), Commit);
    }

    private void Commit()
    {
        var open = _open!;
        _open = null;
        if (open.Session.IsAlive || world.Mutation == Mutation.CommitAfterTheSessionEnded)
        {
            new BatchCommit(world, host, open).Apply();
            open.Session.End();
            Release(open);
            world.AfterCommit(open);
            if (!host.Pass(Point.BatchCommitted)) return;
        }

        world.WakeHosts();
    }

    private void Release(LaneTransaction open)
    {
        foreach (var lane in open.Lanes)
        {
            if (world.Tables.LaneLocks[lane] == open.Session) world.Tables.LaneLocks[lane] = null;
        }
    }

    private TimeSpan Soon(int microseconds) =>
        TimeSpan.FromMicroseconds(world.Fate.Between(50, microseconds, "worker", number + (host.Number * 8), world.Now.UtcTicks));
}
