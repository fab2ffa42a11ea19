namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>A way to misbehave.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="RunAsync">Does it; gives what is wrong with how it was met, or null.</param>
internal sealed record Attack(string Name, Func<AttackField, CancellationToken, Task<string?>> RunAsync);

/// <summary>What an attack is made against.</summary>
/// <param name="Port">The gateway's port.</param>
/// <param name="Address">The last number of the loopback address to come from.</param>
/// <param name="Connections">How many connections the largest attacks make.</param>
internal sealed record AttackField(int Port, byte Address, int Connections)
{
    /// <summary>Opens connections from this attack's address.</summary>
    public async Task<Crowd> GatherAsync(int count, CancellationToken cancellationToken)
    {
        var crowd = new Crowd(Port, Address);
        await crowd.OpenAsync(count, cancellationToken);
        return crowd;
    }
}
