namespace DichVuCong.Sandbox.Identity;

/// <summary>Somebody whom the simulated identity centre knows.</summary>
/// <param name="Id">Their name to sign in with.</param>
/// <param name="Name">How colleagues call them.</param>
/// <param name="Roles">What the token says of their roles.</param>
/// <param name="Agency">What it says of their agency; null for nothing.</param>
/// <param name="Lie">What is wrong with the token that the centre gives them; null for nothing.</param>
internal sealed record SimulatedPerson(string Id, string Name, IReadOnlyList<string> Roles, string? Agency, TokenLie? Lie = null)
{
    /// <summary>The people: honest ones for every role, and one for every way in which a token can be wrong.</summary>
    public static IReadOnlyList<SimulatedPerson> All { get; } =
    [
        new("binh", "Trần Văn Bình", ["dvc-viewer"], "*"),
        new("lan", "Nguyễn Thị Lan", ["dvc-operator", "mail-user"], "*"),
        new("minh", "Lê Quang Minh", ["dvc-supervisor"], "*"),
        new("hoa", "Phạm Thị Hoa", ["dvc-auditor"], "*"),
        new("dung", "Võ Tiến Dũng", ["dvc-operator"], "H26"),
        new("no-role", "Không vai trò", ["mail-user"], "*"),
        new("two-roles", "Hai vai trò", ["dvc-auditor", "dvc-operator"], "*"),
        new("no-agency", "Không cơ quan", ["dvc-operator"], Agency: null),
        .. Enum.GetValues<TokenLie>().Select(lie => new SimulatedPerson($"lie-{lie}".ToLowerInvariant(), $"Token: {lie}", ["dvc-supervisor"], "*", lie)),
    ];
}

/// <summary>A way in which a token can be wrong.</summary>
internal enum TokenLie
{
    /// <summary>It is of another sign-in.</summary>
    Nonce,

    /// <summary>Another issuer made it.</summary>
    Issuer,

    /// <summary>It is for another party.</summary>
    Audience,

    /// <summary>It has expired.</summary>
    Expired,

    /// <summary>Its signature is of another key under the same name.</summary>
    Signature,

    /// <summary>It is not signed (alg none).</summary>
    Unsigned,

    /// <summary>It is signed with the public key as if that were a shared secret.</summary>
    SharedSecret,

    /// <summary>There is none in the answer.</summary>
    Missing,
}
