using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>One input: a body or a file, and for an endpoint the call around it.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Call">The call; null for a reader.</param>
internal sealed record FuzzInput(byte[] Body, HttpDraft? Call = null)
{
    /// <summary>Its size, by which what it may cost is measured.</summary>
    public long Size => Body.Length + (Call?.Size ?? 0);
}

/// <summary>Something that takes input from outside.</summary>
internal interface IFuzzTarget
{
    /// <summary>What it is called in figures and in the files of failing inputs.</summary>
    string Name { get; }

    /// <summary>The endpoints or readers of the product that it goes through.</summary>
    IReadOnlyList<string> Covers { get; }

    /// <summary>Makes an input.</summary>
    FuzzInput Make(Dice dice);

    /// <summary>Puts an input in.</summary>
    /// <returns>The rule that was broken; null when none was.</returns>
    Task<string?> TryAsync(FuzzInput input, CancellationToken cancellationToken);
}
