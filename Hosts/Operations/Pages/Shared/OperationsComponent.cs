using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;
using Microsoft.AspNetCore.Components;

namespace DichVuCong.Operations.Pages.Shared;

/// <summary>What every component of the screen has: who looks, in which language, and how things are written.</summary>
public abstract class OperationsComponent : ComponentBase
{
    /// <summary>The request.</summary>
    [Inject]
    protected Visit Visit { get; set; } = null!;

    /// <summary>The language.</summary>
    protected Tongue Tongue => Visit.Tongue;

    /// <summary>A text in the operator's language, both side by side in the code.</summary>
    protected string Say(string vietnamese, string english) => Tongue == Tongue.English ? english : vietnamese;

    /// <summary>A text in the operator's language.</summary>
    protected string Say(Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.In(Tongue);
    }

    /// <summary>A time of Vietnam, to the second.</summary>
    protected static string Time(DateTimeOffset? instant) => Shown.Time(instant);

    /// <summary>A span in its two largest units.</summary>
    protected string Span(TimeSpan span) => Shown.Span(span, Tongue);

    /// <summary>A number with its thousands apart.</summary>
    protected string Number(long value) => Shown.Number(value, Tongue);

    /// <summary>Whether the operator's role includes it: for what is shown. Actions ask again.</summary>
    protected bool May(Permission permission) => Visit.May(permission);
}
