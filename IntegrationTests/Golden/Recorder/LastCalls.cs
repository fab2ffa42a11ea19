using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Golden.Recorder;

/// <summary>What came in when the worker had gone: it lies in the queue, not looked at by any build.</summary>
internal sealed class LastCalls(World world)
{
    public async Task MakeAsync()
    {
        var calls = new Calls(world);
        await calls.SayAsync(Calls.CodeOf(1), 2, TimeProvider.System.GetUtcNow());
        await calls.SendAsync(new RedeliverDossier(Calls.CodeOf(1), "vanhanh01", Guid.CreateVersion7()));
        var desk = new ParkingDesk(world.Database.Source, TimeProvider.System);
        var parked = (await desk.ListAsync(10, CancellationToken.None)).First(message => message is { IsCall: false });
        await desk.OrderAsync(parked.Id, ParkingAction.Retry, body: null, "vanhanh01", CancellationToken.None);
        if (await world.Database.ScalarAsync<long>("select count(*) from bus.ready") != 3) throw new InvalidOperationException("The queue is not as it was meant.");
    }
}
