using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DichVuCong.Contracts.Tests.Architecture;

/// <summary>What a compiled assembly uses of others, read from its metadata: nothing can be hidden from it behind an alias or a using.</summary>
/// <param name="Assemblies">The assemblies it references.</param>
/// <param name="Types">The full names of the types.</param>
/// <param name="Members">The members, as <c>Namespace.Type.Member</c>.</param>
internal sealed record AssemblyUse(IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types, IReadOnlySet<string> Members)
{
    public static AssemblyUse Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}");
        return new AssemblyUse(
            metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name)).ToHashSet(StringComparer.Ordinal),
            metadata.TypeReferences.Select(type => NameOf(metadata, type)).ToHashSet(StringComparer.Ordinal),
            members.ToHashSet(StringComparer.Ordinal));
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
