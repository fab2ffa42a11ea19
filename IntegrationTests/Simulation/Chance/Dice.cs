namespace DichVuCong.Simulation.Chance;

/// <summary>A stream of chance, for making a plan: the plan is a list, so nothing is lost when its making is one sequence.</summary>
internal sealed class Dice(ulong seed)
{
    private readonly Fate _fate = new(seed);
    private long _rolled;

    public int Next(int below) => (int)(_fate.Draw("dice", _rolled++) % (ulong)below);

    /// <summary>From <paramref name="low"/> up to and with <paramref name="high"/>.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    public bool Happens(int percent) => Next(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> among) => among[Next(among.Length)];
}
