using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>Everything that is wrong with an obligation, each by field and rule, in the order of the request. It never repeats what was sent.</summary>
internal sealed class ObligationFaults
{
    private readonly List<FieldProblem> _found = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<FieldProblem> Found => _found;

    public void Missing(string field, string label) => Add(field, "field.missing", $"Thiếu {label}.");

    public void Add(string field, string code, string message)
    {
        var problem = new FieldProblem(field, code, message);
        if (!_found.Contains(problem)) _found.Add(problem);
    }
}
