using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Partners.OneStop;

/// <summary>
/// Sends a row to us as the agencies do (CapNhatTienDoHoSoMC): again and again until somebody answers that it was taken. Requests and answers
/// may be lost; rows overtake each other.
/// </summary>
internal sealed class RowSender(World world, string system, RecordAgencyStatus message, int sends)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(4);

    private readonly long _about = Fate.NumberOf(Guid.ParseExact(message.Row.RowId + message.Row.RowId, "N")) ^ message.Dossier.Value.Length;
    private readonly DateTimeOffset _since = world.Now;
    private int _tries;

    public void Start()
    {
        for (var send = 0; send < sends; send++) world.Agenda.In(TimeSpan.FromMinutes(world.Fate.Between(0, 200, "send", _about, send) * send), Try);
    }

    private void Try()
    {
        var number = ++_tries;
        if (world.Fate.Happens(6, "row lost", _about, number))
        {
            Again();
            return;
        }

        world.Agenda.In(TimeSpan.FromMilliseconds(world.Fate.Between(2, 4000, "row", _about, number)), () => Arrive(number));
    }

    private void Arrive(int number)
    {
        if (world.Registry.Find(message.Dossier.Value) is not { } dossier)
        {
            Again();
        }
        else if (dossier.History.ContainsKey(message.Row.RowId))
        {
            Taken();
        }
        else
        {
            var call = new DoorCall { Messages = [new DoorMessage(message, dossier.Flow)] };
            world.Door.Accept(call, answer =>
            {
                if (answer is null || world.Fate.Happens(6, "answer lost", _about, number)) Again();
                else Taken();
            });
        }
    }

    private void Taken() => world.Partners.OneStop.Accepted.Add((message.Dossier.Value, message.Row.RowId, system));

    private void Again()
    {
        if (world.Now - _since > Patience) return;
        world.Agenda.In(TimeSpan.FromSeconds(world.Fate.Between(5, 900, "row again", _about, _tries)), Try);
    }
}
