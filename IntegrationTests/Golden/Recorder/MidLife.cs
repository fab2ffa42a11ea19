using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Golden.Recorder;

/// <summary>Dossiers in every state, clocks that run and that stand still, and everything that can be in somebody's way.</summary>
internal sealed class MidLife(World world)
{
    private static readonly int[][] Journeys = [[1], [2], [3], [2, 4], [2, 5], [2, 6], [7], [8], [2, 9], [2, 9, 10], [2, 4, 9, 10], [5], [2, 5, 2], [2, 11], [10]];

    private readonly Calls _calls = new(world);

    public async Task LiveAsync()
    {
        var delivered = new List<DossierCode>();
        for (var journey = 0; journey < Journeys.Length; journey++) delivered.Add(await _calls.FileAsync(Systems.Good, NoticeChannels.Sms | NoticeChannels.Email));
        await world.UntilAsync("select count(*) from dossier.dossier where state = 1", Journeys.Length);
        for (var journey = 0; journey < Journeys.Length; journey++) await _calls.SayAsync(delivered[journey], Journeys[journey]);
        await BesidesAsync(delivered[0]);
        await InTheWayAsync();

        await world.UntilAsync("select count(*) from bus.ready", 0);
        await world.UntilAsync("select count(*) from bus.attempt", 2);
        await world.UntilAsync("select count(*) from bus.outbound", 4);
        await world.UntilAsync("select count(*) from bus.later where mode = 1", 2);
        await world.UntilAsync("select count(*) from bus.later where mode = 2", 1);
        await world.UntilAsync("select count(*) from bus.waiting", 2);
        await world.UntilAsync("select count(*) from bus.parked where scope > 0", 2);
        await world.UntilAsync("select count(*) from bus.held where scope > 0", 2);
        await world.UntilAsync("select count(*) from bus.held where scope < 0", 1);
    }

    /// <summary>What is not on everybody's way: a counter, a row of tomorrow, many rows, a file that is missing, the coordination desk.</summary>
    private async Task BesidesAsync(DossierCode registered)
    {
        await _calls.SayAsync(await _calls.RegisterAsync(), 2);
        await _calls.RegisterAsync();

        var future = await _calls.FileAsync(Systems.Good);
        await _calls.SayAsync(future, 2);
        await _calls.SayAsync(future, 9, TimeProvider.System.GetUtcNow().AddHours(20));

        var folded = await _calls.FileAsync(Systems.Good);
        for (var row = 0; row < 30; row++) await _calls.SayAsync(folded, row % 8 == 7 ? 5 : 4);

        await _calls.SendAsync(new ReportFileFault(registered, 1, 1, FileFault.Missing));
        await _calls.KeepAsync(registered);
        await _calls.ConflictAsync();
        await _calls.FileAsync(system: null);
    }

    private async Task InTheWayAsync()
    {
        for (var dossier = 0; dossier < 4; dossier++) await _calls.FileAsync(Systems.Hanging);
        await _calls.FileAsync(Systems.Busy);
        await _calls.FileAsync(Systems.Busy);
        await _calls.FileAsync(Systems.Vague);
        await _calls.FileAsync(Systems.Refusing);

        // A call is parked, and the next one of its dossier waits behind it.
        var broken = await _calls.FileAsync(Systems.Broken);
        await world.UntilAsync("select count(*) from bus.parked where scope < 0 and type = (select id from bus.word where name = 'dossiers.deliver-dossier.v1')", 1);
        await _calls.SupplementAsync(broken);

        // Nobody serves this system: the filing itself is parked, and what comes for the dossier is held.
        foreach (var dossier in new[] { await _calls.FileAsync(Systems.Unheard), await _calls.FileAsync(Systems.Unheard) })
        {
            await world.UntilAsync($"select count(*) from bus.blocked where key = '{dossier}'", 1);
            await _calls.SayAsync(dossier, 2);
        }

        // A status that is quicker than its filing.
        await _calls.SayAsync(Calls.CodeOf(900), 2, 4);
    }
}
