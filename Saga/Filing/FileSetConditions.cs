namespace DichVuCong.Saga.Filing;

/// <summary>What the files must be together: not too many, not too large, every mandatory component there, none twice.</summary>
internal static class FileSetConditions
{
    public static void Check(FilingRequest request, EffectiveRequirements requirements, DeficiencyList found)
    {
        var files = request.Files ?? [];
        if (files.Count > requirements.MaxFiles) found.Add("files", DeficiencyRules.FilesTooMany, files.Count, requirements.MaxFiles);
        if (files.Sum(file => (decimal)Math.Max(0, file?.Size ?? 0)) > requirements.MaxTotalBytes)
        {
            found.Add("files", DeficiencyRules.FilesTooLarge, FileSize.InWords(requirements.MaxTotalBytes));
        }

        CheckComponents(files, requirements, found);
        var taken = files.Take(requirements.MaxFiles).ToList();
        CheckTwins(taken, file => file.Name?.Trim().ToLowerInvariant(), "name", DeficiencyRules.FileSameName, found);
        CheckTwins(taken, file => file.Sha256?.Trim().ToLowerInvariant(), "sha256", DeficiencyRules.FileSameContent, found);
    }

    private static void CheckComponents(IReadOnlyList<FilingFile?> files, EffectiveRequirements requirements, DeficiencyList found)
    {
        foreach (var (rule, _) in requirements.Components)
        {
            var count = files.Count(file => file?.ComponentCode?.Trim() == rule.Code);
            if (count == 0 && rule.Mandatory) found.Add("files", DeficiencyRules.ComponentMissing, rule.Name);
            if (count > rule.MaxFiles) found.Add("files", DeficiencyRules.ComponentTooManyFiles, rule.Name, rule.MaxFiles);
        }
    }

    private static void CheckTwins(IReadOnlyList<FilingFile?> files, Func<FilingFile, string?> key, string field, DeficiencyRule rule, DeficiencyList found)
    {
        var first = new Dictionary<(string Component, string Key), int>();
        foreach (var (index, file) in files.Index())
        {
            if (file is null || key(file) is not { Length: > 0 } text) continue;
            if (!first.TryAdd((file.ComponentCode?.Trim() ?? "", text), index))
            {
                found.Add($"files[{index}].{field}", rule, index + 1, first[(file.ComponentCode?.Trim() ?? "", text)] + 1);
            }
        }
    }
}
