using System.Globalization;

namespace DichVuCong.Saga.Filing;

/// <summary>One thing that the applicant must complete or put right (A14.3). It never repeats what was filled in.</summary>
/// <param name="Field">The field: a path such as <c>applicant.phone</c> or <c>files[2].mediaType</c>.</param>
/// <param name="Code">A stable code, such as <c>file.format-not-allowed</c>; all of them are in <see cref="DeficiencyRules"/>.</param>
/// <param name="Message">What to do, in Vietnamese.</param>
public sealed record Deficiency(string Field, string Code, string Message);

/// <summary>One kind of deficiency.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Text">What the applicant is told, in Vietnamese, with places for numbers and names.</param>
public sealed record DeficiencyRule(string Code, string Text);

/// <summary>Collects deficiencies, each once.</summary>
internal sealed class DeficiencyList
{
    private readonly List<Deficiency> _found = [];
    private readonly HashSet<Deficiency> _known = [];

    public IReadOnlyList<Deficiency> Found => _found;

    public void Add(string field, DeficiencyRule rule, params ReadOnlySpan<object?> arguments)
    {
        var deficiency = new Deficiency(field, rule.Code, string.Format(CultureInfo.InvariantCulture, rule.Text, arguments));
        if (_known.Add(deficiency)) _found.Add(deficiency);
    }
}
