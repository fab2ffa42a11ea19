using System.Text;
using DichVuCong.Runtime.Doors;
using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Partners.Portal;

/// <summary>
/// Sends one request until it is answered: a caller that hears nothing cannot know whether it was taken, and asks again with the same id.
/// </summary>
/// <param name="world">The world.</param>
/// <param name="kind">What is requested.</param>
/// <param name="about">What chance goes by.</param>
/// <param name="build">The call, made anew each time; null when the request is refused for what it says.</param>
/// <param name="answered">Hears the answer.</param>
internal sealed class Requester(World world, string kind, long about, Func<(DoorCall? Call, DoorAnswer? Earlier)> build, Action<DoorAnswer> answered)
{
    private int _tries;

    public void Start() => world.Agenda.In(TimeSpan.FromMilliseconds(world.Fate.Between(1, 400, kind, about, _tries)), Try);

    public static string TextOf(DoorAnswer answer) => Encoding.UTF8.GetString(answer.Answer);

    private void Try()
    {
        if (++_tries > 60) return;
        if (world.Fate.Happens(8, $"{kind} lost", about, _tries))
        {
            Again();
            return;
        }

        var (call, earlier) = build();
        if (call is not null) world.Door.Accept(call, Hear, refused: Again);
        else if (earlier is not null) Hear(earlier);
    }

    private void Hear(DoorAnswer? answer)
    {
        if (answer is null || world.Fate.Happens(12, $"{kind} unheard", about, _tries)) Again();
        else answered(answer);
    }

    private void Again() =>
        world.Agenda.In(TimeSpan.FromSeconds(world.Fate.Between(1, 600, $"{kind} again", about, _tries)), Try);
}
