namespace DichVuCong.Adapters.VNPost.Conformance;

/// <summary>One check of the contract with VNPost and what came of it.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Passed">Whether the other side keeps to the contract there; null when the check could not be made.</param>
/// <param name="Detail">What was seen, in English, without secrets and personal data.</param>
public sealed record PostCheck(string Name, bool? Passed, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Passed switch { true => "pass", false => "FAIL", null => "skip" })} {Name}: {Detail}";
}
