using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Access;

/// <summary>One request, as pages and actions see it: who asks, in which language, for which part of the screen. Filled in by the front door.</summary>
public sealed class Visit
{
    /// <summary>The operator; null on the few pages that are open to all.</summary>
    public Operator? Person { get; internal set; }

    /// <summary>The operator of a page that is not open to all.</summary>
    /// <exception cref="InvalidOperationException">The page is open to all, and nobody is signed in.</exception>
    public Operator Who => Person ?? throw new InvalidOperationException("Nobody is signed in on this page.");

    /// <summary>The language.</summary>
    public Tongue Tongue { get; internal set; }

    /// <summary>The path that was asked for.</summary>
    public string Path { get; internal set; } = "/";

    /// <summary>The anti-forgery token of this page's forms.</summary>
    public string Token { get; internal set; } = "";

    /// <summary>Whether this is Development.</summary>
    public bool IsDevelopment { get; internal set; }

    /// <summary>Whether the operator's role includes it: for what a page shows. Actions ask <see cref="AccessPolicy"/> again.</summary>
    public bool May(Permission permission) => Person is { } person && AccessPolicy.May(person.Role, permission);
}
