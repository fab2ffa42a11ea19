namespace DichVuCong.Saga.Filing;

/// <summary>The fields that the procedure demands, and their patterns.</summary>
internal static class FieldConditions
{
    public static void Check(FilingRequest request, EffectiveRequirements requirements, DeficiencyList found)
    {
        foreach (var field in requirements.Fields)
        {
            var value = FieldValue.Of(request, field.Rule.Field);
            if (!value.IsThere)
            {
                if (field.Rule.Mandatory) found.Add(field.Rule.Field, DeficiencyRules.FieldMissing, field.Rule.Label);
            }
            else if (field.Pattern is { } pattern && (value.Text is null || !pattern.IsMatch(value.Text)))
            {
                found.Add(field.Rule.Field, DeficiencyRules.FieldWrongForm, field.Rule.Text);
            }
        }
    }
}
