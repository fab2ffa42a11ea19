namespace DichVuCong.Cli.Load.Reporting;

/// <summary>One line of the account: two numbers that must be equal.</summary>
/// <param name="Name">What is compared, for people.</param>
/// <param name="Expected">What it must be.</param>
/// <param name="Actual">What it is.</param>
internal sealed record Check(string Name, long Expected, long Actual)
{
    /// <summary>Whether it adds up.</summary>
    public bool Holds => Expected == Actual;
}
