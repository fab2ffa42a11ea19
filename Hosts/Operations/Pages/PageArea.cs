using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages;

/// <summary>A part of the screen: its entry in the navigation, what it needs, and its pages. Each folder below Pages has one, listed in <see cref="PageList"/>.</summary>
/// <param name="Path">Where its first page is.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Permission">Who sees it in the navigation.</param>
/// <param name="Map">Maps its pages and actions.</param>
internal sealed record PageArea(string Path, Words Title, Permission Permission, Action<PageRoutes> Map)
{
    /// <summary>Adds its services: desks and queries; null when it needs none of its own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Whether it is in the navigation.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Whether a path is one of its own.</summary>
    public bool Holds(string path) => Path == "/" ? path == "/" : path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}
