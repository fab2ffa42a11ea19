using DichVuCong.Contracts;

namespace DichVuCong.Registries.Operations.Access;

/// <summary>Who works at the screen or at the command line.</summary>
/// <param name="Subject">Who, unchanging: the identity provider's <c>sub</c>, or <c>os:name</c> at the command line.</param>
/// <param name="Name">How colleagues know them.</param>
/// <param name="Role">What they are there for.</param>
/// <param name="Scope">The agency at and below which they may see and act; null for the whole tree, which is TTDLQG's.</param>
public sealed record Operator(string Subject, string Name, OperatorRole Role, AgencyCode? Scope)
{
    /// <summary>The scope as it is recorded and shown; <c>*</c> is everything.</summary>
    public string ScopeText => Scope?.Value ?? "*";

    /// <summary>A part of the system that acts by itself, as when a proposal expires.</summary>
    public static Operator OfService(string name) => new($"system:{name}", name, OperatorRole.Supervisor, Scope: null);

    /// <summary>A system that looks at personal data by its connection account: it is in the trail as people are.</summary>
    public static Operator OfAccount(string account) => new($"account:{account}", account, OperatorRole.Viewer, Scope: null);

    /// <summary>Who is logged in to the operating system on which a command runs: TTDLQG's own people, with the whole tree.</summary>
    public static Operator OfSystem(string user) => new($"os:{user}", user, OperatorRole.Supervisor, Scope: null);
}
