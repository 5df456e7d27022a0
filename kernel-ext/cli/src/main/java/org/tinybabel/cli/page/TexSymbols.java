package org.tinybabel.cli.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The characters that TeX commands stand for. */
final class TexSymbols {

    /** Commands without an argument: letters, operators, relations, arrows, brackets. */
    static final Map<String, String> SYMBOLS = symbols(
            """
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
            lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
            Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ Re ℜ Im ℑ
            partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ top ⊤ bot ⊥ prime ′
            cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ setminus ∖
            wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ bigcap ⋂ bigcup ⋃ sum ∑ prod ∏ coprod ∐ int ∫ bigoplus ⨁
            le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ll ≪ gg ≫ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅
            propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣ nmid ∤ parallel ∥ perp ⊥
            to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦
            longrightarrow ⟶ implies ⟹ iff ⟺ uparrow ↑ downarrow ↓ hookrightarrow ↪
            ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ colon : vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ langle ⟨
            rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] { { } } | ‖ % % # # & & _ _ $ $
            backslash \\ triangleq ≜ dagger † checkmark ✓ angle ∠ degree ° aleph ℵ""");

    /** Upright names of functions. */
    static final Set<String> FUNCTIONS = Set.of(
            "log", "ln", "lg", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "arg",
            "deg", "dim", "ker", "hom", "sgn");

    /** Functions whose indices stand below them. */
    static final Set<String> LIMIT_FUNCTIONS =
            Set.of("max", "min", "sup", "inf", "lim", "limsup", "liminf", "argmax", "argmin", "det", "gcd", "Pr");

    /** Operators whose indices stand below and above them. */
    static final Set<String> LARGE = Set.of("∑", "∏", "∐", "⋂", "⋃", "⨁");

    /** Brackets, which keep their size unless {@code \left} says otherwise. */
    static final Set<String> FENCES = Set.of("|", "‖", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "{", "}", "[", "]");

    /** Commands for space, with its width. */
    static final Map<String, String> SPACES = Map.of(
            ",", "0.17em", ":", "0.22em", ">", "0.22em", ";", "0.28em", "!", "-0.17em", " ", "0.33em", "quad", "1em",
            "qquad", "2em");

    /** Letters that Unicode placed outside the row of their alphabet. */
    private static final Map<String, Map<Integer, Integer>> ELSEWHERE = Map.of(
            "mathcal",
                    Map.of(
                            (int) 'B', 0x212C, (int) 'E', 0x2130, (int) 'F', 0x2131, (int) 'H', 0x210B, (int) 'I',
                            0x2110, (int) 'L', 0x2112, (int) 'M', 0x2133, (int) 'R', 0x211B),
            "mathbb",
                    Map.of(
                            (int) 'C', 0x2102, (int) 'H', 0x210D, (int) 'N', 0x2115, (int) 'P', 0x2119, (int) 'Q',
                            0x211A, (int) 'R', 0x211D, (int) 'Z', 0x2124));

    private TexSymbols() {}

    private static Map<String, String> symbols(String list) {
        var words = list.strip().split("\\s+");
        var symbols = new HashMap<String, String>();
        for (var i = 0; i + 1 < words.length; i += 2) {
            symbols.put(words[i], words[i + 1]);
        }
        return Map.copyOf(symbols);
    }

    /** A letter or digit in script, blackboard or bold type; itself where there is no such character. */
    static int inAlphabet(String alphabet, int c) {
        var elsewhere = ELSEWHERE.getOrDefault(alphabet, Map.of()).get(c);
        if (elsewhere != null) {
            return elsewhere;
        }
        var upper = alphabet.equals("mathcal") ? 0x1D49C : alphabet.equals("mathbb") ? 0x1D538 : 0x1D400;
        if (c >= 'A' && c <= 'Z') {
            return upper + c - 'A';
        } else if (c >= 'a' && c <= 'z' && !alphabet.equals("mathcal")) {
            return upper + 26 + c - 'a';
        } else if (c >= '0' && c <= '9' && !alphabet.equals("mathcal")) {
            return (alphabet.equals("mathbb") ? 0x1D7D8 : 0x1D7CE) + c - '0';
        }
        return c;
    }
}
